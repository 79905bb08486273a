# From forms/screens/view_identity.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# A look behind the seal needs a reason.

################################################################################
## Form generated from reading UI file 'view_identity.ui'
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

from app.ui.widgets.designed_acts import TallRow

class Ui_ViewIdentityForm(object):
    def setupUi(self, ViewIdentityForm):
        if not ViewIdentityForm.objectName():
            ViewIdentityForm.setObjectName(u"ViewIdentityForm")
        self.grid = QGridLayout(ViewIdentityForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.reason_row = TallRow(ViewIdentityForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(300)
        self.reason_row.setLines(3)

        self.grid.addWidget(self.reason_row, 0, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(ViewIdentityForm)

        QMetaObject.connectSlotsByName(ViewIdentityForm)
    # setupUi

    def retranslateUi(self, ViewIdentityForm):
        self.reason_row.setCaption(QCoreApplication.translate("ViewIdentityForm", u"\u67e5\u770b\u7684\u7406\u7531", None))
        self.reason_row.setPlaceholder(QCoreApplication.translate("ViewIdentityForm", u"\u4e3a\u4ec0\u4e48\u529e\u7406\u672c\u4ef6\u5fc5\u987b\u77e5\u9053\u4e3e\u62a5\u4eba\u662f\u8c01", None))
        pass
    # retranslateUi
