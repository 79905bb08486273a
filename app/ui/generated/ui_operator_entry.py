# From forms/screens/operator_entry.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# The first operator in the wizard, later ones in the settings (which add the role). `path` is the field of Founding.

################################################################################
## Form generated from reading UI file 'operator_entry.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_rows import TextRow
from app.ui.widgets.password_row import PasswordRow
class Ui_OperatorEntry(object):
    def setupUi(self, OperatorEntry):
        if not OperatorEntry.objectName():
            OperatorEntry.setObjectName(u"OperatorEntry")
        self.grid = QGridLayout(OperatorEntry)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(8)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.operator_row = TextRow(OperatorEntry)
        self.operator_row.setObjectName(u"operator_row")
        self.operator_row.setProperty(u"path", u"operator")
        self.operator_row.setMandatory(True)
        self.operator_row.setLimit(50)

        self.grid.addWidget(self.operator_row, 0, 0, 1, 1)

        self.password_row = PasswordRow(OperatorEntry)
        self.password_row.setObjectName(u"password_row")
        self.password_row.setProperty(u"path", u"password")
        self.password_row.setMandatory(True)

        self.grid.addWidget(self.password_row, 1, 0, 1, 1)

        self.again_row = PasswordRow(OperatorEntry)
        self.again_row.setObjectName(u"again_row")
        self.again_row.setProperty(u"path", u"again")
        self.again_row.setMandatory(True)

        self.grid.addWidget(self.again_row, 1, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(OperatorEntry)

        QMetaObject.connectSlotsByName(OperatorEntry)
    # setupUi

    def retranslateUi(self, OperatorEntry):
        self.operator_row.setCaption(QCoreApplication.translate("OperatorEntry", u"\u7ecf\u529e\u4eba\u59d3\u540d", None))
        self.operator_row.setRemark(QCoreApplication.translate("OperatorEntry", u"\u771f\u5b9e\u59d3\u540d\uff0c\u5370\u5728\u6587\u4e66\u548c\u8bb0\u5f55\u91cc", None))
        self.password_row.setCaption(QCoreApplication.translate("OperatorEntry", u"\u5bc6\u7801", None))
        self.again_row.setCaption(QCoreApplication.translate("OperatorEntry", u"\u518d\u8f93\u4e00\u6b21", None))
        pass
    # retranslateUi
