# From forms/screens/transfer.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# To the police, or to another department.

################################################################################
## Form generated from reading UI file 'transfer.ui'
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
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_TransferForm(object):
    def setupUi(self, TransferForm):
        if not TransferForm.objectName():
            TransferForm.setObjectName(u"TransferForm")
        self.grid = QGridLayout(TransferForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.to_row = RadioRow(TransferForm)
        self.to_row.setObjectName(u"to_row")
        self.to_row.setProperty(u"path", u"to")
        self.to_row.setMandatory(True)

        self.grid.addWidget(self.to_row, 0, 0, 1, 2)

        self.receiver_row = TextRow(TransferForm)
        self.receiver_row.setObjectName(u"receiver_row")
        self.receiver_row.setProperty(u"path", u"receiver")
        self.receiver_row.setMandatory(True)
        self.receiver_row.setLimit(100)

        self.grid.addWidget(self.receiver_row, 1, 0, 1, 2)

        self.basis_row = TextRow(TransferForm)
        self.basis_row.setObjectName(u"basis_row")
        self.basis_row.setProperty(u"path", u"basis")
        self.basis_row.setMandatory(True)
        self.basis_row.setLimit(200)

        self.grid.addWidget(self.basis_row, 2, 0, 1, 2)

        self.on_row = DayRow(TransferForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 3, 0, 1, 1)

        self.approved_by_row = TextRow(TransferForm)
        self.approved_by_row.setObjectName(u"approved_by_row")
        self.approved_by_row.setProperty(u"path", u"approved_by")
        self.approved_by_row.setMandatory(True)
        self.approved_by_row.setLimit(100)

        self.grid.addWidget(self.approved_by_row, 3, 1, 1, 1)

        self.facts_row = TallRow(TransferForm)
        self.facts_row.setObjectName(u"facts_row")
        self.facts_row.setProperty(u"path", u"facts")
        self.facts_row.setMandatory(True)
        self.facts_row.setLimit(5000)
        self.facts_row.setLines(4)

        self.grid.addWidget(self.facts_row, 4, 0, 1, 2)

        self.materials_row = TextRow(TransferForm)
        self.materials_row.setObjectName(u"materials_row")
        self.materials_row.setProperty(u"path", u"materials")
        self.materials_row.setLimit(300)

        self.grid.addWidget(self.materials_row, 5, 0, 1, 1)

        self.by_row = TextRow(TransferForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(100)

        self.grid.addWidget(self.by_row, 5, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(TransferForm)

        QMetaObject.connectSlotsByName(TransferForm)
    # setupUi

    def retranslateUi(self, TransferForm):
        self.to_row.setCaption(QCoreApplication.translate("TransferForm", u"\u79fb\u9001", None))
        self.receiver_row.setCaption(QCoreApplication.translate("TransferForm", u"\u63a5\u6536\u673a\u5173", None))
        self.basis_row.setCaption(QCoreApplication.translate("TransferForm", u"\u79fb\u9001\u7684\u4f9d\u636e", None))
        self.on_row.setCaption(QCoreApplication.translate("TransferForm", u"\u79fb\u9001\u65e5\u671f", None))
        self.approved_by_row.setCaption(QCoreApplication.translate("TransferForm", u"\u6279\u51c6\u7684\u8d1f\u8d23\u4eba", None))
        self.facts_row.setCaption(QCoreApplication.translate("TransferForm", u"\u79fb\u9001\u7684\u4e8b\u5b9e\uff08\u4e0d\u5199\u4e3e\u62a5\u4eba\u8eab\u4efd\uff09", None))
        self.materials_row.setCaption(QCoreApplication.translate("TransferForm", u"\u968f\u51fd\u6750\u6599", None))
        self.by_row.setCaption(QCoreApplication.translate("TransferForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
