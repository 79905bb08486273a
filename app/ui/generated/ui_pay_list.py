# From forms/screens/pay_list.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Many performances from one list.

################################################################################
## Form generated from reading UI file 'pay_list.ui'
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

from app.ui.widgets.designed_acts import (RadioRow, TallRow)
from app.ui.widgets.designed_rows import DayRow

class Ui_PayListForm(object):
    def setupUi(self, PayListForm):
        if not PayListForm.objectName():
            PayListForm.setObjectName(u"PayListForm")
        self.grid = QGridLayout(PayListForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.basis_row = RadioRow(PayListForm)
        self.basis_row.setObjectName(u"basis_row")
        self.basis_row.setProperty(u"path", u"basis")
        self.basis_row.setMandatory(True)

        self.grid.addWidget(self.basis_row, 0, 0, 1, 2)

        self.who_row = RadioRow(PayListForm)
        self.who_row.setObjectName(u"who_row")
        self.who_row.setProperty(u"path", u"who")
        self.who_row.setMandatory(True)

        self.grid.addWidget(self.who_row, 1, 0, 1, 2)

        self.on_row = DayRow(PayListForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 1)

        self.note_row = TallRow(PayListForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setLimit(1000)
        self.note_row.setLines(2)

        self.grid.addWidget(self.note_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(PayListForm)

        QMetaObject.connectSlotsByName(PayListForm)
    # setupUi

    def retranslateUi(self, PayListForm):
        self.basis_row.setCaption(QCoreApplication.translate("PayListForm", u"\u5c65\u884c\u4e86\u4ec0\u4e48", None))
        self.who_row.setCaption(QCoreApplication.translate("PayListForm", u"\u54ea\u4e9b\u6210\u5458", None))
        self.on_row.setCaption(QCoreApplication.translate("PayListForm", u"\u5c65\u884c\u65e5\u671f", None))
        self.note_row.setCaption(QCoreApplication.translate("PayListForm", u"\u5907\u6ce8", None))
        self.note_row.setPlaceholder(QCoreApplication.translate("PayListForm", u"\u4ed8\u6b3e\u65b9\u5f0f\u3001\u6279\u6b21\u7b49\uff0c\u53ef\u4e0d\u586b", None))
        pass
    # retranslateUi
